"""Objects, methods and attributes."""
class Account:
    def __init__(self, balance):
        self.balance = balance
        self.moves = 0
    def deposit(self, amount):
        self.balance += amount
        self.moves += 1
        return self
    def half(self):
        return self.balance // 2
def run():
    account = Account(0)
    for i in range(400_000):
        account.deposit(i)
        if account.half() > 1_000_000:
            account.balance = 0
    return account.moves
