//! The dimensions of a dataset: what each stands for, and its categories in order.

use std::collections::BTreeSet;

use crate::bundle::format::Mapping;
use crate::bundle::jsonstat::{Dataset, Dimension, Index};
use crate::bundle::locate::{element, member};
use crate::bundle::problem::{Kind, Problem, quoted};

use super::Cell;

/// What a dimension stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Area,
    Period,
    Sex,
    Origin,
    Other,
}

/// A dimension in cell order.
#[derive(Debug)]
pub(super) struct Axis<'a> {
    pub(super) role: Role,
    pub(super) id: &'a str,
    /// Category codes by position.
    pub(super) codes: Vec<&'a str>,
    /// The only position taken, where not all are.
    only: Option<usize>,
    /// Cells from one category to the next.
    stride: usize,
}

impl<'a> Axis<'a> {
    /// The categories taken: position and code.
    pub(super) fn taken(&self) -> Vec<(usize, &'a str)> {
        let all = self.codes.iter().copied().enumerate();
        all.filter(|(position, _)| self.only.is_none_or(|only| only == *position)).collect()
    }
}

/// Names by which dimensions are known, lower case.
const NAMES: [(Role, &[&str]); 4] = [
    (Role::Area, &["region", "area", "kommun", "municipality", "county", "lan", "län", "geo"]),
    (Role::Period, &["tid", "period", "time", "year", "ar", "år"]),
    (Role::Sex, &["kon", "kön", "sex", "gender"]),
    (Role::Origin, &["fodelseregion", "födelseregion", "origin"]),
];

/// The dimensions in cell order, checked, each with its role.
pub(super) fn find<'a>(dataset: &'a Dataset, mapping: &Mapping, at: &str) -> Result<Vec<Axis<'a>>, Problem> {
    header(dataset, at)?;
    let mut axes = Vec::new();
    for (i, (id, &size)) in dataset.id.iter().zip(&dataset.size).enumerate() {
        let Some(dimension) = dataset.dimension.get(id) else {
            let path = member(&member(at, "dimension"), id);
            return Err(Problem::new(Kind::MissingMember, path, "every dimension named in id", "none"));
        };
        if dataset.id.iter().take(i).any(|before| before == id) {
            let path = element(&member(at, "id"), i);
            return Err(Problem::new(Kind::Duplicate, path, "every dimension once", quoted(id)));
        }
        let codes = codes(dimension, size, &member(&member(at, "dimension"), id))?;
        axes.push(Axis { role: Role::Other, id: id.as_str(), codes, only: None, stride: 0 });
    }
    assign(&mut axes, dataset, mapping, at)?;
    choose(&mut axes, mapping, at)?;
    let mut stride = 1_usize;
    for axis in axes.iter_mut().rev() {
        axis.stride = stride;
        stride = stride.saturating_mul(axis.codes.len());
    }
    Ok(axes)
}

/// The cell with its indices set; none where a category at the position is not taken.
pub(super) fn place(axes: &[Axis<'_>], position: usize, mut cell: Cell) -> Option<Cell> {
    for axis in axes {
        let at = position.checked_div(axis.stride)?.checked_rem(axis.codes.len())?;
        let index = match axis.only {
            Some(only) if only != at => return None,
            Some(_) => 0,
            None => at,
        };
        match axis.role {
            Role::Area => cell.area = index,
            Role::Period => cell.period = index,
            Role::Sex => cell.sex = index,
            Role::Origin => cell.origin = index,
            Role::Other => {}
        }
    }
    Some(cell)
}

fn header(dataset: &Dataset, at: &str) -> Result<(), Problem> {
    if dataset.class != "dataset" {
        let path = member(at, "class");
        return Err(Problem::new(Kind::WrongValue, path, "the class “dataset”", quoted(&dataset.class)));
    }
    if !dataset.version.starts_with("2.") {
        let path = member(at, "version");
        return Err(Problem::new(Kind::UnknownVersion, path, "JSON-stat 2.0", quoted(&dataset.version)));
    }
    if dataset.id.len() != dataset.size.len() {
        let expected = format!("{} sizes, one per dimension", dataset.id.len());
        let found = dataset.size.len().to_string();
        return Err(Problem::new(Kind::SizeMismatch, member(at, "size"), expected, found));
    }
    Ok(())
}

/// Category codes by position; `at` is the dimension's path.
fn codes<'a>(dimension: &'a Dimension, size: usize, at: &str) -> Result<Vec<&'a str>, Problem> {
    let category = member(at, "category");
    let path = member(&category, "index");
    let wrong_size = |found: usize| {
        let expected = format!("{size} categories, the dimension's size");
        Err(Problem::new(Kind::SizeMismatch, path.as_str(), expected, found.to_string()))
    };
    match &dimension.category.index {
        None if size == 1 => {
            let labels = dimension.category.label.iter().flatten().map(|(code, _)| code.as_str());
            // Without index and label the only category has no code; nobody needs one.
            Ok(vec![labels.take(1).last().unwrap_or("")])
        }
        None => {
            Err(Problem::new(Kind::MissingMember, path, format!("the codes of {size} categories"), "none"))
        }
        Some(Index::List(list)) => {
            if list.len() != size {
                return wrong_size(list.len());
            }
            let mut seen = BTreeSet::new();
            if let Some((i, code)) = list.iter().enumerate().find(|(_, code)| !seen.insert(code.as_str())) {
                let found = format!("{} twice", quoted(code));
                return Err(Problem::new(Kind::Duplicate, element(&path, i), "every category once", found));
            }
            Ok(list.iter().map(String::as_str).collect())
        }
        Some(Index::Map(map)) => {
            if map.len() != size {
                return wrong_size(map.len());
            }
            let mut by_position: Vec<Option<&str>> = vec![None; size];
            for (code, &position) in map {
                match by_position.get_mut(position) {
                    None => {
                        let expected = format!("a position less than {size}");
                        let path = member(&path, code);
                        return Err(Problem::new(Kind::WrongValue, path, expected, position.to_string()));
                    }
                    Some(Some(_)) => {
                        let path = member(&path, code);
                        let found = format!("{position} twice");
                        return Err(Problem::new(Kind::Duplicate, path, "every position once", found));
                    }
                    Some(free) => *free = Some(code),
                }
            }
            Ok(by_position.into_iter().flatten().collect())
        }
    }
}

/// Finds the dimension of each role.
fn assign(axes: &mut [Axis<'_>], dataset: &Dataset, mapping: &Mapping, at: &str) -> Result<(), Problem> {
    let no_roles = Vec::new();
    for (role, names) in NAMES {
        let (word, mapped, by_role) = match role {
            Role::Area => ("area", &mapping.area, dataset.role.as_ref().map(|r| &r.geo)),
            Role::Period => ("period", &mapping.period, dataset.role.as_ref().map(|r| &r.time)),
            Role::Sex => ("sex", &mapping.sex, None),
            Role::Origin | Role::Other => ("origin", &mapping.origin, None),
        };
        let by_role = by_role.unwrap_or(&no_roles);
        let pick = |keep: &dyn Fn(&str) -> bool| -> Vec<usize> {
            let free = axes.iter().enumerate().filter(|(_, a)| a.role == Role::Other && keep(a.id));
            free.map(|(i, _)| i).collect()
        };
        let mut found = match mapped {
            Some(name) => pick(&|id| id == name),
            None => pick(&|id| by_role.iter().any(|r| r == id)),
        };
        if found.is_empty() && mapped.is_none() {
            found = pick(&|id| names.contains(&id.to_lowercase().as_str()));
        }
        let needed = matches!(role, Role::Area | Role::Period) || mapped.is_some();
        match found.as_slice() {
            [] if !needed => {}
            &[one] => {
                if let Some(axis) = axes.get_mut(one) {
                    axis.role = role;
                }
            }
            _ => {
                let expected = match mapped {
                    Some(name) => format!("a dimension {} as values.mapping says", quoted(name)),
                    None => format!("one dimension that holds the {word}"),
                };
                let have: Vec<&str> = axes.iter().map(|axis| axis.id).collect();
                return Err(Problem::new(Kind::NeedsMapping, member(at, "id"), expected, have.join(", "))
                    .hint(format!("name it in values.mapping: \"{word}\": \"…\"")));
            }
        }
    }
    Ok(())
}

/// Takes the categories that `fixed` names; any other dimension may have only one.
fn choose(axes: &mut [Axis<'_>], mapping: &Mapping, at: &str) -> Result<(), Problem> {
    for (id, code) in &mapping.fixed {
        let have: Vec<&str> = axes.iter().map(|axis| axis.id).collect();
        let Some(axis) = axes.iter_mut().find(|axis| axis.id == id) else {
            let expected = format!("a dimension {} as values.mapping.fixed says", quoted(id));
            return Err(Problem::new(Kind::NeedsMapping, member(at, "id"), expected, have.join(", ")));
        };
        axis.only = axis.codes.iter().position(|have| have == code);
        if axis.only.is_none() {
            let expected = format!("a category {} as values.mapping.fixed says", quoted(code));
            let path = member(&member(at, "dimension"), id);
            return Err(Problem::new(Kind::NeedsMapping, path, expected, axis.codes.join(", ")));
        }
    }
    let open = axes.iter().find(|a| a.role == Role::Other && a.only.is_none() && a.codes.len() > 1);
    open.map_or(Ok(()), |axis| {
        let path = member(&member(at, "dimension"), axis.id);
        let example = axis.codes.first().copied().unwrap_or_default();
        Err(Problem::new(Kind::NeedsMapping, path, "one category", format!("{}", axis.codes.len()))
            .hint(format!("take one in values.mapping: \"fixed\": {{\"{}\": \"{example}\"}}", axis.id)))
    })
}
