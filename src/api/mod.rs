//! What JavaScript sees: the functions of the npm package. Each reads its arguments at once and refuses what it cannot
//! send; the rest happens in a promise that always settles.

mod abort;
mod arguments;
mod buckets;
mod configure;
mod connection;
mod driver;
mod error;
mod fence;
mod operations;
mod options;
mod results;
mod task;

pub use configure::refusal;
pub use operations::{
    edit_contact_card, force_common_contact_card, get_contact_card, get_contact_cards, reset_contact_card,
    reset_contact_cards, restore_contact_card, restore_contact_cards, set_contact_card,
};

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
