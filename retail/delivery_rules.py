"""What each delivery mode may carry, where to and from which stores, as headquarters sets it up."""

from dataclasses import dataclass

from retail.catalog import categories_of


@dataclass(frozen=True, slots=True)
class DeliveryRule:
    """The limits of one delivery mode; what is left empty is no limit, and a mode without a rule takes everything.

    `products` and `categories` are all it takes, `not_products` and `not_categories` what it never takes; a country
    or region is written as addresses write it. `stores` are those that may use it. `charges_group` is what automatic
    charges know it by together with others; `expedite` says on picking lists and packing slips how urgent it is.
    """

    mode: str
    products: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    not_products: tuple[str, ...] = ()
    not_categories: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    not_countries: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    not_regions: tuple[str, ...] = ()
    stores: tuple[str, ...] = ()
    charges_group: str = ""
    expedite: str = ""

    def takes(self, product: str, category: str) -> bool:
        """It carries this product."""
        lies_in = categories_of(category)
        if product in self.not_products or any(each in self.not_categories for each in lies_in):
            return False
        is_open = not (self.products or self.categories)
        return is_open or product in self.products or any(each in self.categories for each in lies_in)

    def goes_to(self, country: str, region: str) -> bool:
        """It goes there; capitals and spaces do not matter."""
        return _fits(country, self.countries, self.not_countries) and _fits(
            region, self.regions, self.not_regions
        )

    def is_used_by(self, store: str) -> bool:
        """This store may use it."""
        return not self.stores or store in self.stores


def _fits(name: str, only: tuple[str, ...], never: tuple[str, ...]) -> bool:
    plain = _plain(name)
    if plain in {_plain(each) for each in never}:
        return False
    return not only or plain in {_plain(each) for each in only}


def _plain(name: str) -> str:
    return "".join(name.split()).casefold()
