//! Everything HTTP: connections, the routes, and the pages.

mod application;
mod connection;
mod loopback;
mod pages;
mod placement;
mod rest;
mod tls;

use crate::rest::Server;
use axum::{Router, middleware};
use std::sync::Arc;

pub(crate) use application::router as application_router;
pub(crate) use connection::Listener;
pub(crate) use loopback::origin_only;
pub(crate) use tls::Identity;

/// What the pages must know about where they are.
#[derive(Clone, Debug)]
pub(crate) struct Site {
    pub(crate) server: Arc<Server>,
    pub(crate) https: bool,
}

/// The portal's routes.
pub(crate) fn portal_router(site: Site) -> Router {
    let server = Arc::clone(&site.server);
    Router::new()
        .merge(rest::router())
        .merge(crate::control::router())
        .with_state(server)
        .merge(placement::router().merge(pages::router()).with_state(site))
        .layer(middleware::from_fn(loopback::host_only))
}
