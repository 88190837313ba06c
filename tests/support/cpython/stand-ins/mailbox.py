# Classes that tests name.

from _generic import generic

Mailbox = generic('mailbox', 'Mailbox')
_PartialFile = generic('mailbox', '_PartialFile')
