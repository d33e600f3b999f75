//! The local Bitrix24 portal.
fn main() {}
