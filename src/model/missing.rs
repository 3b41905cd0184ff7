//! The closed list of reasons why a value is missing.

/// Why there is no value. Missing is never zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missing {
    /// Not shown, to protect individuals or companies.
    Suppressed,
    /// The source publishes no value and its reason is not known.
    #[default]
    NotAvailable,
    /// The question has no meaning here.
    NotApplicable,
    /// Nobody answered.
    NonResponse,
    /// Too few answers to say anything.
    TooUncertain,
    /// Published once and taken back.
    Withdrawn,
    /// Will come.
    NotYetPublished,
}

impl Missing {
    /// Every reason, in the order legends list them.
    pub const ALL: [Self; 7] = [
        Self::Suppressed,
        Self::NotAvailable,
        Self::NotApplicable,
        Self::NonResponse,
        Self::TooUncertain,
        Self::Withdrawn,
        Self::NotYetPublished,
    ];

    /// The reason's code in a bundle's `status`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Suppressed => "suppressed",
            Self::NotAvailable => "not-available",
            Self::NotApplicable => "not-applicable",
            Self::NonResponse => "non-response",
            Self::TooUncertain => "too-uncertain",
            Self::Withdrawn => "withdrawn",
            Self::NotYetPublished => "not-yet-published",
        }
    }

    /// The reason with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}
