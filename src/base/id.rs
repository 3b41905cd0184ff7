//! Dense ids: indices into the tables of one dataset, distinct by type.

macro_rules! dense_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u16);

        impl $name {
            /// The id at this index; `None` past 65,535.
            pub fn new(index: usize) -> Option<Self> {
                u16::try_from(index).ok().map(Self)
            }

            /// The index this id stands for.
            pub fn index(self) -> usize {
                usize::from(self.0)
            }
        }
    };
}

dense_id!(
    /// A region in [`crate::base::id`]'s sense: an index into a dataset's areas.
    AreaId
);
dense_id!(
    /// An index into a dataset's indicators.
    IndicatorId
);
