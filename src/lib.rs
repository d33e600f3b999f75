//! Resets the Bitrix24 CRM contact card.
