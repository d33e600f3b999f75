use crate::connection::Clock;
use gloo_timers::future::TimeoutFuture;

/// The clock of a window, a worker or Node.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserClock;

impl Clock for BrowserClock {
    fn now(&self) -> f64 {
        js_sys::Date::now()
    }

    fn sleep(&self, milliseconds: f64) -> impl Future<Output = ()> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates, which is long enough")]
        TimeoutFuture::new((milliseconds.ceil() as u32).min(i32::MAX.cast_unsigned()))
    }

    fn chance(&self) -> f64 {
        js_sys::Math::random()
    }
}
