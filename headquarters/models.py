"""Every table of headquarters in one place, so that migrations and checks see them all."""

from headquarters.base import Base
from headquarters.cards.models import CardCharge
from headquarters.cases.models import Case, CaseNote
from headquarters.catalog.models import Picture, Price, Product, ProductCode
from headquarters.customers.models import (
    Customer,
    CustomerHistory,
    CustomersAlike,
    DuplicateLook,
    Erasure,
    LoyaltyCard,
    Retention,
)
from headquarters.devices.models import Device, EnrolmentCode, Register
from headquarters.drafts.codes import BarcodeSet, CodePatternDraft, EmbeddedCodeDraft
from headquarters.drafts.customers import (
    AffiliationDraft,
    CustomerAttributeDraft,
    CustomerGroupDraft,
    CustomerSet,
    DefaultCustomerDraft,
)
from headquarters.drafts.features import Feature
from headquarters.drafts.info_codes import InfoCodeDraft
from headquarters.drafts.looks import VisualProfile
from headquarters.drafts.models import (
    AutoChargeDraft,
    ChargeCodeDraft,
    DeliveryMode,
    DeliveryRuleDraft,
    FunctionalityProfile,
    ItemTaxGroupDraft,
    OfflineProfile,
    ParameterSet,
    ReasonCode,
    RefundRuleDraft,
    RoleLimitDraft,
    SalesUnitDraft,
    StoreDraft,
    TaxGroupDraft,
)
from headquarters.drafts.order_attributes import OrderAttributeDraft
from headquarters.drafts.places import ChannelSchema, FulfilmentGroup, FulfilmentPlaceDraft, OperatingUnit
from headquarters.drafts.receipts import ReceiptText
from headquarters.feeds.models import Change, FeedPosition
from headquarters.importing.models import FileImport
from headquarters.installation import Installation, Series
from headquarters.jobs.models import JobPlan, JobSession, UploadAsked
from headquarters.journals.models import JournalLine
from headquarters.layouts.models import Layout, LayoutUse, LayoutVersion
from headquarters.office.models import AuditEntry, OfficePerson, OfficeSession, SetUpCode
from headquarters.orders.charge_overrides import ChargeOverride
from headquarters.orders.invoice_lines import InvoiceLine
from headquarters.orders.models import ChannelOrder, Invoice, Order, OrderLine, ReturnedSale, Transaction
from headquarters.people.models import Person, StaffDraft, StaffRole
from headquarters.people.rights_then import RightsSaid
from headquarters.price_lists.models import ListPrice, PriceList
from headquarters.promotions.models import Promotion
from headquarters.settings.models import Store
from headquarters.settings.terms_then import TermsSaid
from headquarters.signing.models import SigningKey
from headquarters.statements.models import ShiftClosing, Statement, StatementPosting
from headquarters.stock.models import Stock, StockMovement
from headquarters.tallies.models import RegisterTally
from headquarters.uploads.answers import InfoAnswerRow
from headquarters.uploads.models import DeadlyDocument, KeptDocument, PostingMark, QuarantinedDocument

__all__ = [
    "AffiliationDraft", "AuditEntry", "AutoChargeDraft", "BarcodeSet", "Base", "CardCharge", "Case", "CaseNote",
    "Change", "ChannelOrder", "ChannelSchema", "ChargeCodeDraft", "ChargeOverride", "CodePatternDraft", "Customer",
    "CustomerAttributeDraft", "CustomerGroupDraft", "CustomerHistory", "CustomerSet", "CustomersAlike",
    "DeadlyDocument", "DefaultCustomerDraft", "DeliveryMode", "DeliveryRuleDraft", "Device", "DuplicateLook",
    "EmbeddedCodeDraft", "EnrolmentCode", "Erasure", "Feature", "FeedPosition", "FileImport", "FulfilmentGroup",
    "FulfilmentPlaceDraft", "FunctionalityProfile", "InfoAnswerRow", "InfoCodeDraft", "Installation",
    "Invoice", "InvoiceLine", "ItemTaxGroupDraft", "JobPlan", "JobSession", "JournalLine", "KeptDocument",
    "Layout", "LayoutUse", "LayoutVersion", "ListPrice", "LoyaltyCard", "OfficePerson", "OfficeSession",
    "OfflineProfile", "OperatingUnit", "Order", "OrderAttributeDraft",
    "OrderLine", "ParameterSet", "Person", "Picture",
    "PostingMark", "Price", "PriceList", "Product", "ProductCode", "Promotion", "QuarantinedDocument",
    "ReasonCode", "ReceiptText", "RefundRuleDraft", "Register", "RegisterTally", "Retention", "ReturnedSale",
    "RightsSaid", "RoleLimitDraft", "SalesUnitDraft", "Series", "SetUpCode", "ShiftClosing", "SigningKey", "StaffDraft",
    "StaffRole", "Statement", "StatementPosting", "Stock", "StockMovement", "Store", "StoreDraft", "TaxGroupDraft",
    "TermsSaid", "Transaction", "UploadAsked", "VisualProfile",
]  # fmt: skip
