source = """def broken(:
    pass
"""
exec(source)
