//! Connections: accepting them, serving requests, resetting them on demand, and an end to all of them.

use super::tls::Identity;
use axum::Router;
use axum::body::Body;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::pin::{self, pin};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, watch};
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;
use tower::ServiceExt as _;

/// How long requests under way may take to finish when the portal stops.
const GRACE: Duration = Duration::from_millis(500);

/// How long to wait before accepting again when the system refuses, for want of file handles mostly.
const PAUSE: Duration = Duration::from_millis(50);

/// What a request can know of its connection, and do to it.
#[derive(Clone, Debug)]
pub(crate) struct Origin {
    /// Where it comes from.
    pub(crate) address: IpAddr,
    reset: Arc<Notify>,
}

impl Origin {
    /// Resets the connection. The request gets no answer, so this never returns.
    pub(crate) async fn reset(&self) -> std::convert::Infallible {
        self.reset.notify_one();
        std::future::pending().await
    }
}

/// A bound port, not yet served.
#[derive(Debug)]
pub(crate) struct Listener {
    socket: TcpListener,
    address: SocketAddr,
    identity: Option<Identity>,
}

impl Listener {
    /// Takes a port of the loopback address; 0 takes any free one.
    pub(crate) async fn bind(port: u16, identity: Option<Identity>) -> io::Result<Self> {
        let socket = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
        let address = socket.local_addr()?;
        Ok(Self { socket, address, identity })
    }

    /// `http://127.0.0.1:PORT`, or with `https`.
    pub(crate) fn url(&self) -> String {
        let scheme = if self.identity.is_some() { "https" } else { "http" };
        format!("{scheme}://{}", self.address)
    }

    /// Serves until told to stop, then gives what is under way a moment to finish.
    pub(crate) async fn serve(self, router: Router, mut stop: watch::Receiver<bool>) {
        let tls = self.identity.map(|identity| identity.acceptor());
        let mut connections = JoinSet::new();
        loop {
            tokio::select! {
                accepted = self.socket.accept() => match accepted {
                    Ok((stream, peer)) => {
                        connections.spawn(connect(stream, peer.ip(), tls.clone(), router.clone(), stop.clone()));
                    }
                    Err(_) => tokio::time::sleep(PAUSE).await,
                },
                // Finished connections are let go at once, so that memory does not grow with their number.
                Some(_) = connections.join_next() => {}
                _ = stop.changed() => break,
            }
        }
        drop(self.socket);
        let finished = async { while connections.join_next().await.is_some() {} };
        // Whoever is still talking after the grace is cut off when `connections` is dropped.
        let _ = tokio::time::timeout(GRACE, finished).await;
    }
}

async fn connect(
    stream: TcpStream,
    address: IpAddr,
    tls: Option<TlsAcceptor>,
    router: Router,
    stop: watch::Receiver<bool>,
) {
    // Small answers should not wait for more to come; where the system refuses they merely do.
    let _ = stream.set_nodelay(true);
    match tls {
        None => converse(stream, address, router, stop).await,
        Some(tls) => {
            if let Ok(stream) = tls.accept(stream).await {
                converse(stream, address, router, stop).await;
            }
        }
    }
}

/// Serves the requests of one connection.
async fn converse<S: AsyncRead + AsyncWrite + Resettable + Unpin + 'static>(
    stream: S,
    address: IpAddr,
    router: Router,
    mut stop: watch::Receiver<bool>,
) {
    let reset = Arc::new(Notify::new());
    let origin = Origin { address, reset: Arc::clone(&reset) };
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(origin.clone());
        router.clone().oneshot(request.map(Body::new))
    });
    let mut connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    let mut stopping = false;
    let must_reset = loop {
        let mut stopped = pin!(stop.changed());
        tokio::select! {
            // An error here is a peer that went away, or a body cut on purpose.
            _ = &mut connection => break false,
            () = reset.notified() => break true,
            _ = &mut stopped, if !stopping => {
                stopping = true;
                pin::Pin::new(&mut connection).graceful_shutdown();
            }
        }
    };
    if must_reset {
        connection.into_parts().io.into_inner().reset();
    }
}

/// A stream that can end with a TCP reset.
trait Resettable {
    fn reset(self);
}

impl Resettable for TcpStream {
    fn reset(self) {
        // With zero linger, closing sends RST; where that cannot be set the peer sees a plain close.
        let _ = self.set_zero_linger();
    }
}

impl Resettable for TlsStream<TcpStream> {
    fn reset(self) {
        self.into_inner().0.reset();
    }
}
