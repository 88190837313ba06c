from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, astuple, dataclass, field, fields, replace
from enum import Enum, auto
from functools import total_ordering


class Category(Enum):
    TOOL = auto()
    TOY = auto()

    def label(self):
        return self.name.title()


@dataclass(order=True)
class Item:
    price: float
    name: str = field(compare=False)
    category: Category = field(default=Category.TOOL, compare=False)
    tags: list[str] = field(default_factory=list, compare=False, repr=False)

    def __post_init__(self):
        if self.price < 0:
            raise ValueError(f"negative price: {self.price}")


@dataclass
class Inventory:
    items: dict[str, Item] = field(default_factory=dict)

    def add(self, item: Item, /) -> Inventory:
        self.items[item.name] = item
        return self

    def __iter__(self):
        return iter(sorted(self.items.values()))

    def __contains__(self, name):
        return name in self.items


inventory = Inventory().add(Item(9.5, "hammer", tags=["steel"])).add(Item(3, "ball", Category.TOY)).add(Item(20.25, "drill"))
for item in inventory:
    print(f"{item.name:<10}|{item.price:>8.2f}|{item.category.label():^6}|{','.join(item.tags)}")
print("ball" in inventory, max(inventory).name, Item(1, "a") < Item(2, "b"), Item(1, "a") == Item(1, "zzz"))
print(inventory.items["ball"], replace(inventory.items["ball"], price=4))
print([f.name for f in fields(Item)], astuple(Item(1, "x")))
print(json.dumps(asdict(inventory), default=lambda c: c.name, indent=1, sort_keys=True))
print(Counter(i.category for i in inventory).most_common())
try:
    Item(-1, "bad")
except ValueError as error:
    print(error)
try:
    Item()
except TypeError as error:
    print(error)
