//! The connections and the clock of browsers, as futures.

use crate::client::{Clock, Connection};
use crate::connection::{
    Bx24, Deferred, Fetch, LONGEST, LibraryCall, LostResponseDetector, Timer, Token, date, jitter, monotonic_now,
    read_result,
};
use crate::engine::{Transport, Transports};
use crate::error::Error;
use crate::protocol::{Reply, Request};
use alloc::string::String;
use core::future::pending;
use core::pin::pin;
use core::time::Duration;
use futures_util::future::{Either, select};
use js_sys::{Array, Promise};
use wasm_bindgen_futures::JsFuture;

/// The clock of a window or a worker.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserClock;

impl Clock for BrowserClock {
    fn now(&self) -> Duration {
        Duration::try_from_secs_f64(monotonic_now() / 1000.0).unwrap_or_default()
    }

    fn date(&self) -> String {
        date()
    }

    async fn sleep(&self, duration: Duration) {
        let mut left = duration.as_secs_f64() * 1000.0;
        while left > LONGEST {
            sleep(LONGEST).await;
            left -= LONGEST;
        }
        sleep(left).await;
    }

    fn jitter(&self) -> f64 {
        jitter()
    }
}

async fn sleep(milliseconds: f64) {
    let rung = Released(Deferred::new());
    let _timer = Timer::new(&rung.0.resolve, milliseconds);
    rung.fulfilled().await;
}

/// A promise that is fulfilled when it is no longer waited for, so that its listener is freed.
struct Released(Deferred);

impl Released {
    async fn fulfilled(&self) {
        // It is only ever fulfilled.
        let _ = JsFuture::from(self.0.promise.clone()).await;
    }
}

impl Drop for Released {
    fn drop(&mut self) {
        self.0.release();
    }
}

/// Waits for a promise of JavaScript, which may never settle. What waits for it inside is freed with the future.
async fn settled(promise: &Promise) -> Result<wasm_bindgen::JsValue, wasm_bindgen::JsValue> {
    let dropped = Released(Deferred::new());
    JsFuture::from(Promise::race(&Array::of2(promise, &dropped.0.promise))).await
}

impl Connection for Fetch {
    async fn send(&self, request: Request, _: Transport) -> Result<Reply, Error> {
        self.exchange(request).await
    }

    fn origin(&self) -> String {
        self.origin().into()
    }

    fn token_generation(&self) -> u32 {
        self.token().map_or(0, Token::generation)
    }

    async fn renew_token(&self) -> Result<bool, Error> {
        match self.token() {
            Some(token) => renew(token).await,
            None => Ok(false),
        }
    }
}

impl Connection for Bx24 {
    async fn send(&self, request: Request, transport: Transport) -> Result<Reply, Error> {
        if transport == Transport::Fetch {
            return self.fetch()?.exchange(request).await;
        }
        let ended = Released(Deferred::new());
        let secret = self.token().current();
        let LibraryCall { result, detector } = self.call(&request, &ended.0.resolve)?;
        match select(pin!(settled(&result)), pin!(lost(&ended, detector.as_ref()))).await {
            Either::Left((outcome, _)) => {
                let mut reply = read_result(outcome.as_ref());
                // The library may have renewed it by itself.
                reply.hide(&secret);
                reply.hide(&self.token().current());
                Ok(reply)
            }
            Either::Right((error, _)) => Err(error),
        }
    }

    fn origin(&self) -> String {
        self.origin()
    }

    fn transports(&self) -> Transports {
        self.transports()
    }

    async fn ready(&self) {
        let _ = settled(&self.ready()).await;
    }

    fn token_generation(&self) -> u32 {
        self.token().generation()
    }

    async fn renew_token(&self) -> Result<bool, Error> {
        renew(&self.token()).await
    }
}

/// Waits until the response of a request is known to be lost; for ever, where it is not.
async fn lost(ended: &Released, detector: Option<&LostResponseDetector>) -> Error {
    let Some(detector) = detector else { return pending().await };
    ended.fulfilled().await;
    match detector.verdict() {
        Some(error) => error,
        None => pending().await,
    }
}

async fn renew(token: &Token) -> Result<bool, Error> {
    let Some(renewal) = token.renew()? else { return Ok(false) };
    renewal.finish(settled(&renewal.promise).await.as_ref())?;
    Ok(true)
}
