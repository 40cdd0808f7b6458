"""A digest as a message that a mail program opens, or a server sends."""

from datetime import date, datetime, time, tzinfo
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256

from advocacy.digest.text import make_text
from advocacy.views.digest import DigestView


def make_mail(
    view: DigestView, html: str, sender: str, host: str, day: date, zone: tzinfo
) -> bytes:
    """Return a digest as a message (RFC 5322) with text and HTML; its readers are not in it.

    The same digest gives the same bytes: nothing in it is drawn by lot, or taken from the clock.

    Args:
        view: The digest.
        html: The digest as HTML.
        sender: The site's address; empty leaves it to the program that sends it, and so does a
            name before the `@` that is not ASCII.
        host: Of the site, for the message's id.
        day: The day of the digest.
        zone: In which the day begins.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = view.subject
    user, _, domain = sender.rpartition("@")
    # Not every server takes a mailbox in other letters (RFC 6531).
    if user.isascii() and domain:
        message["From"] = Address(view.site, user, _ascii(domain))
    message["Date"] = datetime.combine(day, time(), zone)
    message["Message-ID"] = f"<digest.{view.id}@{_ascii(host)}>"
    # No answer that nobody is there (RFC 3834).
    message["Auto-Submitted"] = "auto-generated"
    # Outlook opens it as a draft.
    message["X-Unsent"] = "1"
    message.set_content(make_text(view), cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    message["Content-Language"] = view.lang
    message.set_boundary(_boundary(view, html))
    return message.as_bytes()


def _ascii(domain: str) -> str:
    """Return a domain as mail has it: `bücher.example` is `xn--bcher-kva.example`."""
    return domain.encode("idna").decode("ascii")


def _boundary(view: DigestView, html: str) -> str:
    """Return what parts the message; `=_` cannot stand in quoted-printable."""
    digest = sha256(f"{view.id}\0{html}".encode("utf-8", "surrogatepass")).hexdigest()
    return f"=_digest_{digest[:32]}"
