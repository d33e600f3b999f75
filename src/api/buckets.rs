use crate::engine::TokenBucket;
use alloc::string::String;
use alloc::vec::Vec;
use core::cell::Cell;
use core::mem::ManuallyDrop;
use std::thread_local;

thread_local! {
    /// The bucket of each portal by its origin, for as long as the page lives. Never dropped: the code for that would never run.
    static BUCKETS: Cell<ManuallyDrop<Vec<(String, TokenBucket)>>> = const { Cell::new(ManuallyDrop::new(Vec::new())) };
}

/// Hands out the bucket of a portal.
pub(crate) fn with_bucket(origin: &str, work: impl FnOnce(&mut TokenBucket)) {
    BUCKETS.with(|buckets| {
        let mut list = ManuallyDrop::into_inner(buckets.take());
        if let Some((_, bucket)) = list.iter_mut().find(|(known, _)| known == origin) {
            work(bucket);
        } else {
            let mut bucket = TokenBucket::default();
            work(&mut bucket);
            list.push((origin.into(), bucket));
        }
        buckets.set(ManuallyDrop::new(list));
    });
}
