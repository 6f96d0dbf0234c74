"""The table of the keys by which headquarters signs."""

from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base


class SigningKey(Base):
    """A key pair, in hexadecimal; the one with the highest id signs. `vouched` is what the key before it signed of this
    one, empty for the first and for one that followed a lost key.
    """

    __tablename__ = "signing_keys"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_key: Mapped[str] = mapped_column(unique=True)
    private_key: Mapped[str]
    vouched: Mapped[str]
    made_at: Mapped[str]
