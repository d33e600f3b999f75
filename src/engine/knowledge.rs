use crate::protocol::{Family, ResponseTime};

/// What earlier calls of a connection have learned about its portal, for the later calls.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Knowledge {
    /// The portal knows no methods of the contact family.
    pub(crate) lacks_contact_family: bool,
    /// The monotonic time in milliseconds at which the operating limit ends, as far as the portal has told.
    pub(crate) operating_limit_ends_at: Option<f64>,
}

impl Knowledge {
    /// The family to ask through when `wanted` is asked for.
    pub(crate) const fn family(self, wanted: Family) -> Family {
        if self.lacks_contact_family { wanted.of_items() } else { wanted }
    }

    /// What is known together with what another call has learned.
    pub(crate) fn merged_with(self, learned: Self) -> Self {
        Self {
            lacks_contact_family: self.lacks_contact_family || learned.lacks_contact_family,
            operating_limit_ends_at: learned.operating_limit_ends_at.or(self.operating_limit_ends_at),
        }
    }

    /// Keeps what an answer that came `now` tells of the operating limit.
    pub(crate) fn learn(&mut self, time: Option<&ResponseTime>, now: f64) {
        if let Some(milliseconds) = time.and_then(ResponseTime::operating_limit_ends_in) {
            self.operating_limit_ends_at = Some(now + milliseconds);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Knowledge;
    use crate::card::{CardType, Json};
    use crate::protocol::{Family, ResponseTime};

    fn time(fields: &[(&str, f64)]) -> ResponseTime {
        let fields = fields.iter().map(|(name, seconds)| ((*name).into(), Json::Number(*seconds)));
        ResponseTime::read(Json::Object(fields.collect())).unwrap()
    }

    #[test]
    fn a_portal_without_contact_methods_is_asked_through_items() {
        let unknown = Knowledge::default();
        assert_eq!(
            (unknown.family(Family::Contact), unknown.family(Family::Item(CardType::CONTACT))),
            (Family::Contact, Family::Item(CardType::CONTACT))
        );
        let items = Knowledge { lacks_contact_family: true, ..unknown };
        assert_eq!(
            (items.family(Family::Contact), items.family(Family::Item(CardType::CONTACT))),
            (Family::Item(CardType::CONTACT), Family::Item(CardType::CONTACT))
        );
    }

    #[test]
    fn what_calls_learn_beside_each_other_is_merged() {
        let family = Knowledge { lacks_contact_family: true, operating_limit_ends_at: Some(5.0) };
        let limit = Knowledge { lacks_contact_family: false, operating_limit_ends_at: Some(7.0) };
        let both = Knowledge { lacks_contact_family: true, operating_limit_ends_at: Some(7.0) };
        assert_eq!(family.merged_with(limit), both);
        assert_eq!(family.merged_with(Knowledge::default()), family);
    }

    #[test]
    fn the_latest_end_of_the_operating_limit_is_kept() {
        let mut knowledge = Knowledge::default();
        knowledge.learn(None, 5000.0);
        assert_eq!(knowledge.operating_limit_ends_at, None);
        knowledge.learn(Some(&time(&[("operating_reset_at", 1600.0), ("finish", 1000.0)])), 5000.0);
        assert_eq!(knowledge.operating_limit_ends_at, Some(605_000.0));
        knowledge.learn(Some(&time(&[("operating_reset_at", 1700.0), ("finish", 1000.0)])), 6000.0);
        assert_eq!(knowledge.operating_limit_ends_at, Some(706_000.0));
        for silent in [None, Some(time(&[("start", 5.0)])), Some(time(&[("operating_reset_at", 1800.0)]))] {
            knowledge.learn(silent.as_ref(), 7000.0);
            assert_eq!(knowledge.operating_limit_ends_at, Some(706_000.0), "{silent:?}");
        }
    }
}
