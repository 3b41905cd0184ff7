//! The status of every cell, each symbol given its meaning.

use crate::base::order;
use crate::bundle::format::Mapping;
use crate::bundle::jsonstat::{Dataset, Sparse, Status};
use crate::bundle::locate::Path;
use crate::bundle::problem::{Kind, Problem, quoted};

use super::{FLAGS, REASONS, position, same_length};

/// Status codes by position.
pub(super) enum Statuses {
    /// The same everywhere.
    All(Option<&'static str>),
    /// By position.
    Dense(Vec<Option<&'static str>>),
    /// Ascending by position.
    Some(Vec<(usize, &'static str)>),
}

impl Statuses {
    pub(super) fn new(
        dataset: &Dataset,
        mapping: &Mapping,
        at: &Path<'_>,
        total: usize,
    ) -> Result<Self, Problem> {
        let base = &at.member("status");
        match &dataset.status {
            None => Ok(Self::All(None)),
            Some(Status::All(symbol)) => meaning(symbol, mapping, base).map(Self::All),
            Some(Status::Cells(Sparse::Dense(symbols))) => {
                let mut codes = Vec::with_capacity(symbols.len());
                for (i, symbol) in symbols.iter().enumerate() {
                    codes.push(meaning(symbol.as_deref().unwrap_or(""), mapping, &base.element(i))?);
                }
                // The specification lets an array of one stand for every cell.
                if let ([only], true) = (codes.as_slice(), total != 1) {
                    return Ok(Self::All(*only));
                }
                same_length(base, codes.len(), total)?;
                Ok(Self::Dense(codes))
            }
            Some(Status::Cells(Sparse::Map(symbols))) => {
                let mut codes = Vec::new();
                for (key, symbol) in symbols.entries() {
                    let at = position(key, total, base)?;
                    let code = meaning(symbol.as_deref().unwrap_or(""), mapping, &base.member(key))?;
                    codes.extend(code.map(|code| (at, code)));
                }
                order::sort_by(&mut codes, &mut |a, b| a.0.cmp(&b.0));
                Ok(Self::Some(codes))
            }
        }
    }

    pub(super) fn at(&self, position: usize) -> Option<&'static str> {
        match self {
            Self::All(code) => *code,
            Self::Dense(codes) => codes.get(position).copied().flatten(),
            Self::Some(codes) => {
                let found = codes.binary_search_by(|(at, _)| at.cmp(&position)).ok()?;
                codes.get(found).map(|(_, code)| *code)
            }
        }
    }

    /// Positions whose own status is given.
    pub(super) fn positions(&self) -> Vec<usize> {
        let mut positions = Vec::new();
        match self {
            Self::All(_) => {}
            Self::Dense(codes) => {
                for (position, code) in codes.iter().enumerate() {
                    if code.is_some() {
                        positions.push(position);
                    }
                }
            }
            Self::Some(codes) => {
                for (position, _) in codes {
                    positions.push(*position);
                }
            }
        }
        positions
    }
}

/// The status code with this name.
pub(super) fn code(name: &str) -> Option<&'static str> {
    REASONS.iter().chain(&FLAGS).find(|code| **code == name).copied()
}

/// What a symbol at this path stands for; an empty one for nothing.
fn meaning(symbol: &str, mapping: &Mapping, path: &Path<'_>) -> Result<Option<&'static str>, Problem> {
    if symbol.is_empty() {
        return Ok(None);
    }
    let named = mapping.symbols.get(symbol).map_or(symbol, String::as_str);
    match code(named) {
        Some(code) => Ok(Some(code)),
        None => {
            let expected = format!("a status ({}, {})", REASONS.join(", "), FLAGS.join(", "));
            let hint = format!("say what it means in values.mapping: \"symbols\": {{\"{symbol}\": \"…\"}}");
            Err(Problem::new(Kind::UnknownSymbol, path, &expected, &quoted(symbol)).hint(&hint))
        }
    }
}
