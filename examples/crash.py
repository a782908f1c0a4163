"""Ends in an error, so that the traceback can be seen."""


class Recipe(dict):
    def amount(self, ingredient, servings):
        return self[ingredient] * servings / self["serves"]


def shopping_list(recipes, servings):
    return {
        ingredient: recipe.amount(ingredient, servings)
        for recipe in recipes
        for ingredient in recipe
        if ingredient != "serves"
    }


soup = Recipe(serves=4, carrots=3, onions=1)
print(shopping_list([soup], servings=8))
salad = Recipe(serves=0, tomatoes=5)
print(shopping_list([soup, salad], servings=2))
