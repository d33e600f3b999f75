use crate::strings::whole_number;
use core::fmt;
use core::str::FromStr;

/// A portal user's id: 1 to 2147483647.
///
/// The portal itself casts with PHP's `(int)`: it takes `"6abc"` for user 6, and `0`, `"abc"` and `null` for the caller
/// (`docs/portal.md` §1).
///
/// It implements serde's `Serialize` and `Deserialize` as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UserId(u32);

/// Why something is not a user id: it is neither an integer from 1 to 2147483647 nor the plain decimal digits of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidUserId;

impl UserId {
    /// The largest id that the column of a portal's database holds.
    pub const MAX: u32 = i32::MAX.cast_unsigned();

    /// The id as a number.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl TryFrom<u32> for UserId {
    type Error = InvalidUserId;

    fn try_from(id: u32) -> Result<Self, InvalidUserId> {
        if (1..=Self::MAX).contains(&id) { Ok(Self(id)) } else { Err(InvalidUserId) }
    }
}

impl TryFrom<f64> for UserId {
    type Error = InvalidUserId;

    fn try_from(id: f64) -> Result<Self, InvalidUserId> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "compared with what it came from")]
        let whole = id as u32;
        if f64::from(whole).to_bits() == id.to_bits() { Self::try_from(whole) } else { Err(InvalidUserId) }
    }
}

impl FromStr for UserId {
    type Err = InvalidUserId;

    /// Plain decimal digits, without sign, spaces or leading zeros: the form in which the portal itself returns ids.
    fn from_str(digits: &str) -> Result<Self, InvalidUserId> {
        whole_number(digits).ok_or(InvalidUserId).and_then(Self::try_from)
    }
}

impl fmt::Display for InvalidUserId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a user id is a positive integer up to 2147483647")
    }
}

impl core::error::Error for InvalidUserId {}

#[cfg(test)]
mod tests;
