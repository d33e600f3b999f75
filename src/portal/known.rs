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

#[cfg(test)]
mod tests {
    use super::Known;
    use crate::card::Json;
    use crate::portal::{Family, ResponseTime};
    use alloc::vec;

    fn time(name: &str, value: Json) -> ResponseTime {
        ResponseTime::read(Json::Object(vec![(name.into(), value)])).unwrap()
    }

    #[test]
    fn a_portal_without_contact_methods_is_asked_through_items() {
        let unknown = Known::default();
        assert_eq!((unknown.family(Family::Contact), unknown.family(Family::Item)), (Family::Contact, Family::Item));
        let items_only = Known { items_only: true, ..unknown };
        assert_eq!((items_only.family(Family::Contact), items_only.family(Family::Item)), (Family::Item, Family::Item));
    }

    #[test]
    fn the_latest_word_on_the_operating_limit_is_kept() {
        let mut known = Known::default();
        known.keep(None);
        assert_eq!(known.free_at, None);
        known.keep(Some(&time("operating_reset_at", Json::Number(1_700_000_000.0))));
        assert_eq!(known.free_at, Some(1_700_000_000_000.0));
        known.keep(Some(&time("operating_reset_at", Json::Number(1_700_000_600.0))));
        assert_eq!(known.free_at, Some(1_700_000_600_000.0));
        for silent in [None, Some(time("start", Json::Number(5.0))), Some(time("operating_reset_at", Json::Null))] {
            known.keep(silent.as_ref());
            assert_eq!(known.free_at, Some(1_700_000_600_000.0), "{silent:?}");
        }
    }
}
