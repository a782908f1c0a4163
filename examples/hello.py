print("Hello from Pellucid!")
