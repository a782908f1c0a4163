"""Accounts, and every way a transfer can fail."""


class BankError(Exception):
    """The base of what can go wrong here."""


class InsufficientFunds(BankError):
    def __init__(self, account, amount):
        super().__init__(f"{account.owner} has {account.balance}, needs {amount}")
        self.missing = amount - account.balance


class Account:
    opened = 0

    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        self.history = []
        Account.opened += 1

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        self.history.append(value - self._balance)
        self._balance = value

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(self, amount)
        self.balance -= amount

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError(f"cannot deposit {amount}")
        self.balance += amount

    def __repr__(self):
        return f"<{type(self).__name__} {self.owner}: {self.balance}>"


class Savings(Account):
    rate = 5

    def grow(self):
        self.balance += self.balance * self.rate // 100
        return self


def transfer(source, target, amount):
    source.withdraw(amount)
    try:
        target.deposit(amount)
    except ValueError as error:
        source.deposit(amount or 1)
        raise BankError("transfer undone") from error


ada, bob = Account("Ada", 100), Savings("Bob")
transfer(ada, bob, 60)
print(ada, bob, bob.grow(), ada.history, Account.opened)
for amount in (500, 0, "ten"):
    try:
        transfer(ada, bob, amount)
    except InsufficientFunds as error:
        print("refused:", error, "missing", error.missing)
    except BankError as error:
        print("failed:", error, "|", repr(error.__cause__))
    except TypeError as error:
        print("nonsense:", error)
    else:
        print("sent", amount)
    finally:
        print("now", ada, bob)
