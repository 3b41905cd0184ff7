//! How a colour looks to somebody who lacks one of the three kinds of cones.
//!
//! Missing red or green cones: F. Viénot, H. Brettel and J. D. Mollon (1999), “Digital video
//! colourmaps for checking the legibility of displays by dichromats”, Color Research & Application
//! 24(4). Missing blue cones: H. Brettel, F. Viénot and J. D. Mollon (1997), “Computerized
//! simulation of color appearance for dichromats”, JOSA A 14(10), where one plane is not enough.
//! Both as matrices on linear-light sRGB, as DaltonLens (N. Burrus, 2021) derives them for
//! today's screens.

use super::Color;

/// A kind of colour vision with two instead of three kinds of cones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vision {
    /// No red-sensitive cones.
    Protan,
    /// No green-sensitive cones.
    Deutan,
    /// No blue-sensitive cones.
    Tritan,
}

impl Vision {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Protan, Self::Deutan, Self::Tritan];
}

type Matrix = [[f64; 3]; 3];

const PROTAN: Matrix = [[0.112_38, 0.887_62, 0.0], [0.112_38, 0.887_62, 0.0], [0.004_01, -0.004_01, 1.0]];
const DEUTAN: Matrix = [[0.292_75, 0.707_25, 0.0], [0.292_75, 0.707_25, 0.0], [-0.022_34, 0.022_34, 1.0]];
const TRITAN_ABOVE: Matrix =
    [[1.012_77, 0.135_48, -0.148_26], [-0.012_43, 0.868_12, 0.144_31], [0.075_89, 0.805_00, 0.119_11]];
const TRITAN_BELOW: Matrix =
    [[0.936_78, 0.189_79, -0.126_57], [0.061_54, 0.815_26, 0.123_20], [-0.375_62, 1.127_67, 0.247_96]];
/// Normal of the plane between the two halves of tritan vision.
const TRITAN_PLANE: [f64; 3] = [0.039_01, -0.027_88, -0.011_13];

/// The colour as somebody with this vision sees it, shown to somebody with all cones.
pub fn simulate(vision: Vision, color: Color) -> Color {
    let rgb = color.linear();
    let matrix = match vision {
        Vision::Protan => PROTAN,
        Vision::Deutan => DEUTAN,
        Vision::Tritan if dot(TRITAN_PLANE, rgb) >= 0.0 => TRITAN_ABOVE,
        Vision::Tritan => TRITAN_BELOW,
    };
    Color::from_linear(matrix.map(|row| dot(row, rgb)))
}

fn dot(a: [f64; 3], b: [f64; 3]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greys_stay_grey() {
        for v in [0, 64, 128, 200, 255] {
            let grey = Color { r: v, g: v, b: v };
            for vision in Vision::ALL {
                assert!(simulate(vision, grey).distance(grey) < 0.005, "{vision:?} {v}");
            }
        }
    }

    #[test]
    fn what_has_been_seen_so_is_seen_so_again() {
        let color = Color { r: 120, g: 140, b: 160 };
        for vision in Vision::ALL {
            let once = simulate(vision, color);
            assert!(simulate(vision, once).distance(once) < 0.01, "{vision:?}");
        }
    }

    #[test]
    fn red_and_green_meet_without_red_or_green_cones() {
        let (red, green) = (Color { r: 200, g: 70, b: 60 }, Color { r: 120, g: 120, b: 50 });
        let far = red.distance(green);
        assert!(simulate(Vision::Deutan, red).distance(simulate(Vision::Deutan, green)) < far / 2.0);
        assert!(simulate(Vision::Tritan, red).distance(simulate(Vision::Tritan, green)) > far / 2.0);
    }
}
