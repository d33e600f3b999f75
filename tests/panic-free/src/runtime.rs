//! What a module without the standard library has to bring: an allocator, and an end for panics.

use core::alloc::{GlobalAlloc, Layout};
use core::panic::PanicInfo;
use core::ptr::NonNull;

#[link(wasm_import_module = "proof")]
unsafe extern "C" {
    /// What must not be left in the module.
    safe fn panicked() -> !;

    /// Imported, so that nothing is known of the memory but that there is some: where there is none, the shipped module
    /// traps in its allocator.
    safe fn allocate(size: usize, align: usize) -> NonNull<u8>;

    safe fn free(memory: *mut u8, size: usize, align: usize);
}

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    panicked()
}

struct Imported;

#[global_allocator]
static ALLOCATOR: Imported = Imported;

// SAFETY: the module is linked and never run.
unsafe impl GlobalAlloc for Imported {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        allocate(layout.size(), layout.align()).as_ptr()
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        free(memory, layout.size(), layout.align());
    }
}
