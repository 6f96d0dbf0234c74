"""Turning a one-time code into what this register needs to prove itself."""

import platform
from pathlib import Path

from channel_db import single
from channel_db.credentials import Credentials, write_credentials
from channel_db.device import Device, NotEnrolled, read_device, write_device
from channel_db.place import check_place
from channel_db.printed import Printed, numbers_above
from retail.clock import Clock
from sync_agent.address import hq_address
from sync_agent.config import read_config
from sync_agent.errors import HqRefused
from sync_agent.hq_client import enrol_at
from sync_agent.line import Nonces, fresh_nonce
from sync_agent.proving import new_key

DEVICE_NAME_MAX = 100


def enrol(hq_url: str, code: str, folder: Path, clock: Clock, nonces: Nonces = fresh_nonce) -> Device:
    """Enrol the register with this data folder, and keep what makes it one, readable by its owner alone.

    Raises:
        HqFault: headquarters was not reached or refuses the code, or the code is another register's than the
            one whose sales stand in this folder. What was there stays as it is.
        StorageError: the agent of this folder is running, or the folder cannot be written.
    """
    address = hq_address(hq_url)
    check_place(folder)
    lock = single.take(folder, single.AGENT_LOCK, "The agent")
    try:
        name = (platform.node() or "register")[:DEVICE_NAME_MAX]
        key = new_key()
        reply = enrol_at(address, code.strip(), name, key, clock, nonces, read_config(folder).ca_file)
        device = Device(
            hq_url=address,
            tenant=reply.tenant,
            register_name=reply.register_name,
            store=reply.store,
            epoch=reply.epoch,
            token=reply.token,
            device_secret=reply.device_secret,
            environment=reply.environment,
        )
        _refuse_another_register(folder, device)
        # The device last: cut off between the two, the register is what it was before.
        write_credentials(
            folder, Credentials(device.epoch, device.token, key, signing_keys=reply.signing_key)
        )
        write_device(folder, device)
        Printed(folder).raise_to(numbers_above(reply.last_number))
        return device
    finally:
        lock.release()


def _refuse_another_register(folder: Path, device: Device) -> None:
    """One folder holds the sales of one register: another one must not send them as its own."""
    try:
        known = read_device(folder)
    except NotEnrolled:
        return
    if (known.tenant, known.register_name) != (device.tenant, device.register_name):
        raise HqRefused(
            "The data in {folder} is that of register {ours}, and this code is for {theirs}. "
            "Use a folder of its own for {theirs}.",
            folder=folder,
            ours=known.register_name,
            theirs=device.register_name,
        )
