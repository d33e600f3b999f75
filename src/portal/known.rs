use crate::portal::{Family, ResponseTime};

/// What earlier calls of a connection taught about its portal, for the later ones.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Known {
    /// It knows no methods of the contact family.
    pub(crate) items_only: bool,
    /// When the operating limit lets go, in milliseconds since 1970, as far as the portal ever said.
    pub(crate) free_at: Option<f64>,
}

impl Known {
    /// The family to ask through when `wanted` is asked for.
    pub(crate) const fn family(self, wanted: Family) -> Family {
        if self.items_only { Family::Item } else { wanted }
    }

    /// Keeps what an answer tells of the operating limit.
    pub(crate) fn keep(&mut self, time: Option<&ResponseTime>) {
        let reset_at = time.and_then(ResponseTime::operating_reset_at);
        self.free_at = reset_at.map(|seconds| seconds * 1000.0).or(self.free_at);
    }
}
