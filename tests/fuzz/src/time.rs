//! Time that passes only while everybody waits.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::time::Duration;

/// Milliseconds since the start.
#[derive(Debug, Default)]
pub(crate) struct Time {
    now: Cell<f64>,
    /// The nearest moment somebody waits for.
    next: Cell<f64>,
    waiting: RefCell<Vec<Waker>>,
}

impl Time {
    pub(crate) fn now(&self) -> f64 {
        self.now.get()
    }

    pub(crate) fn since_start(&self) -> Duration {
        Duration::from_secs_f64(self.now() / 1000.0)
    }

    /// Waits so long.
    pub(crate) async fn pass(&self, milliseconds: f64) {
        let end = self.now() + milliseconds;
        poll_fn(|context| {
            if self.now() >= end {
                return Poll::Ready(());
            }
            self.next.set(self.next.get().min(end));
            self.waiting.borrow_mut().push(context.waker().clone());
            Poll::Pending
        })
        .await;
    }

    /// Runs a future to its end.
    pub(crate) fn run<T>(&self, future: impl Future<Output = T>) -> T {
        let mut future = pin!(future);
        let woken = Arc::new(Woken::default());
        let waker = Waker::from(Arc::clone(&woken));
        loop {
            self.next.set(f64::INFINITY);
            // No time passes before everybody waits.
            loop {
                if let Poll::Ready(result) = future.as_mut().poll(&mut Context::from_waker(&waker)) {
                    return result;
                }
                if !woken.0.swap(false, Ordering::Relaxed) {
                    break;
                }
            }
            assert!(self.next.get().is_finite(), "it waits for ever");
            self.now.set(self.next.get());
            self.waiting.take().into_iter().for_each(Waker::wake);
        }
    }
}

/// Whether a future is to be polled again.
#[derive(Default)]
struct Woken(AtomicBool);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Relaxed);
    }
}

pub(crate) fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}
