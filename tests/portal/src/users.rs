//! The people of the portal.

/// A user.
#[derive(Debug, PartialEq)]
pub(crate) struct User {
    pub(crate) id: i64,
    pub(crate) name: &'static str,
    pub(crate) last_name: &'static str,
    pub(crate) position: &'static str,
    /// Administers the portal: what `BX24.isAdmin()` tells.
    pub(crate) admin: bool,
    /// Has the CRM right "Allow to change settings", as every administrator has, and others may.
    pub(crate) settings: bool,
    /// May read something in CRM.
    pub(crate) crm: bool,
}

impl User {
    pub(crate) fn full_name(&self) -> String {
        format!("{} {}", self.name, self.last_name)
    }

    pub(crate) fn email(&self) -> String {
        format!("{}@portal.example", self.name.to_lowercase())
    }
}

const fn user(id: i64, name: &'static str, last_name: &'static str, position: &'static str) -> User {
    User { id, name, last_name, position, admin: false, settings: false, crm: true }
}

/// Everybody.
pub(crate) const USERS: [User; 7] = [
    User { admin: true, settings: true, ..user(1, "Anna", "Berg", "CRM administrator") },
    user(5, "Boris", "Lind", "Sales manager"),
    user(6, "Clara", "Novak", "Sales manager"),
    user(7, "David", "Sommer", "Sales manager"),
    user(8, "Elena", "Rossi", "Support engineer"),
    User { crm: false, ..user(9, "Felix", "Moreau", "Bookkeeper, without access to CRM") },
    User { settings: true, ..user(12, "Grace", "Okafor", "Head of sales") },
];

/// The user with this id.
pub(crate) fn find(id: i64) -> Option<&'static User> {
    static EVERYBODY: [User; 7] = USERS;
    EVERYBODY.iter().find(|user| user.id == id)
}
