//! How long a level takes to reach a reference, and the share of the reference that listening uses.
//!
//! The references are not limits of safety: they say at which exposure a body has set its mark. All
//! of them count energy, so 3 dB more halve the time. The level must be that of a free or diffuse
//! field and must include the noise that remains, see [`total`](super::noise::total).

use super::noise::{Dba, power};

/// A duration in hours.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Hours(pub f64);

/// A share of a reference, in percent. It may exceed 100.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Percent(pub f64);

/// A sound exposure in Pa²h.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct PascalSquaredHours(pub f64);

/// The square of the reference pressure of 20 µPa, in Pa².
const REFERENCE_PA2: f64 = 4e-10;

/// The hours a week that the WHO/ITU reference is stated for.
const WEEKLY_HOURS: f64 = 40.0;

/// The modes of the WHO/ITU weekly reference.
///
/// Source: ITU-T H.870, as reported by [hear-it.org] for adults and by [CNBC-TV18] for children.
///
/// [hear-it.org]: https://www.hear-it.org/lets-make-listening-safe-all
/// [CNBC-TV18]: https://webstories.news18.com/web-stories/safe-listening-practices-on-personal-audio-devices-what-who-recommends
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Mode 1, for adults.
    #[default]
    Adult,
    /// Mode 2, for children and sensitive people.
    Sensitive,
}

impl Mode {
    /// Both modes, that of adults first.
    pub const ALL: [Self; 2] = [Self::Adult, Self::Sensitive];

    /// The id used in content files and controls.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Adult => "adult",
            Self::Sensitive => "sensitive",
        }
    }

    /// The level that reaches the reference in 40 hours a week.
    pub const fn level(self) -> Dba {
        match self {
            Self::Adult => Dba(80.0),
            Self::Sensitive => Dba(75.0),
        }
    }

    /// The sound exposure that the reference allows in seven days.
    ///
    /// ```
    /// use headphones_or_iems::model::exposure::Mode;
    ///
    /// assert!((Mode::Adult.weekly().0 - 1.6).abs() < 1e-9);
    /// assert!((Mode::Sensitive.weekly().0 - 0.506).abs() < 0.0005);
    /// ```
    pub fn weekly(self) -> PascalSquaredHours {
        Exposure { level: self.level(), hours: Hours(WEEKLY_HOURS) }.energy()
    }
}

/// Listening at one level for some time.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Exposure {
    /// The level, with the noise that remains.
    pub level: Dba,
    /// For how long.
    pub hours: Hours,
}

impl Exposure {
    /// The sound exposure: `4·10⁻¹⁰ Pa² · 10^(L/10) · hours`.
    ///
    /// Source: ITU-T H.870; Android counts the same, see [`MelAggregator`].
    ///
    /// [`MelAggregator`]: https://source.android.com/docs/core/audio/sound-dose
    ///
    /// ```
    /// use headphones_or_iems::model::exposure::{Exposure, Hours};
    /// use headphones_or_iems::model::noise::Dba;
    ///
    /// // 94 dB is a sound pressure of 1 Pa, so an hour of it is 1 Pa²h.
    /// let hour = Exposure { level: Dba(94.0), hours: Hours(1.0) };
    /// assert!((hour.energy().0 - 1.005).abs() < 0.001);
    /// ```
    pub fn energy(self) -> PascalSquaredHours {
        PascalSquaredHours(REFERENCE_PA2 * power(self.level.0) * self.hours.0)
    }

    /// The hours a day after which a level reaches the reference of NIOSH, which is 85 dBA for 8
    /// hours and half the time for each 3 dB more: `8 / 2^((L − 85)/3)`.
    ///
    /// Source: NIOSH recommended exposure limit, formula as in [this chart][E1], durations as in
    /// [Neitzel & Gershon 2009][E2].
    ///
    /// [E1]: https://danburzo.ro/reference/safe-nose-dose/
    /// [E2]: https://pdfslide.us/documents/mass-transit-noise-levels-and-rider-characteristics-in-nyc-preliminary-findings.html
    ///
    /// ```
    /// use headphones_or_iems::model::exposure::Exposure;
    /// use headphones_or_iems::model::noise::Dba;
    ///
    /// let minutes = |level| Exposure::niosh_daily(Dba(level)).0 * 60.0;
    /// assert!((minutes(85.0) - 480.0).abs() < 0.1);
    /// assert!((minutes(90.0) - 151.0).abs() < 0.5);
    /// assert!((minutes(100.0) - 15.0).abs() < 0.1);
    /// assert!((minutes(105.0) - 4.7).abs() < 0.05);
    ///
    /// // For contrast: OSHA's 5 dB steps from 90 dBA would give 10.55 hours at 88 dBA and not 4.
    /// // They are a compromise for workplaces, and nothing here counts with them.
    /// let osha = 8.0 / 2_f64.powf((88.0 - 90.0) / 5.0);
    /// assert!((osha - 10.55).abs() < 0.01);
    /// assert!((Exposure::niosh_daily(Dba(88.0)).0 - 4.0).abs() < 0.01);
    /// ```
    pub fn niosh_daily(level: Dba) -> Hours {
        Hours(8.0 / ((level.0 - 85.0) / 3.0).exp2())
    }

    /// The hours a week after which a level reaches the reference of WHO and ITU, by the energy
    /// form: the [weekly exposure](Mode::weekly) divided by that of one hour.
    ///
    /// Source: as for [`Mode`].
    ///
    /// ```
    /// use headphones_or_iems::model::exposure::{Exposure, Mode};
    /// use headphones_or_iems::model::noise::Dba;
    ///
    /// let adult = |level| Exposure::weekly(Dba(level), Mode::Adult).0;
    /// assert!((adult(80.0) - 40.0).abs() < 1e-9);
    /// assert!((adult(105.0) * 60.0 - 7.6).abs() < 0.05);
    /// assert!((adult(95.0) * 60.0 - 76.0).abs() < 0.5);
    /// assert!((Exposure::weekly(Dba(75.0), Mode::Sensitive).0 - 40.0).abs() < 1e-9);
    /// ```
    pub fn weekly(level: Dba, mode: Mode) -> Hours {
        let hour = Self { level, hours: Hours(1.0) };
        Hours(mode.weekly().0 / hour.energy().0)
    }
}

/// The share of NIOSH's daily reference that the exposures of a day use: `100 · Σ C/T`, in which
/// `C` is the time spent at a level and `T` the [time](Exposure::niosh_daily) that it allows.
///
/// Source: as for [`Exposure::niosh_daily`].
///
/// ```
/// use headphones_or_iems::model::exposure::{Exposure, Hours, niosh_dose};
/// use headphones_or_iems::model::noise::Dba;
///
/// let at = |level, hours| Exposure { level: Dba(level), hours: Hours(hours) };
/// assert!((niosh_dose(&[at(85.0, 4.0), at(88.0, 2.0)]).0 - 100.0).abs() < 0.01);
/// ```
pub fn niosh_dose(day: &[Exposure]) -> Percent {
    let shares = day.iter().map(|at| at.hours.0 / Exposure::niosh_daily(at.level).0);
    Percent(100.0 * shares.sum::<f64>())
}

/// The share of the WHO/ITU weekly reference that the exposures of seven days use.
///
/// Source: as for [`Mode`].
///
/// ```
/// use headphones_or_iems::model::exposure::{Exposure, Hours, Mode, weekly_dose};
/// use headphones_or_iems::model::noise::Dba;
///
/// let hour = Exposure { level: Dba(100.0), hours: Hours(1.0) };
/// assert!((weekly_dose(&[hour], Mode::Adult).0 - 250.0).abs() < 0.1);
/// // Android's sound dose adds 6.944·10⁻⁴ for each second at this level.
/// let second = Exposure { level: Dba(100.0), hours: Hours(1.0 / 3600.0) };
/// assert!((weekly_dose(&[second], Mode::Adult).0 - 0.06944).abs() < 1e-5);
/// ```
pub fn weekly_dose(week: &[Exposure], mode: Mode) -> Percent {
    let energy: f64 = week.iter().map(|at| at.energy().0).sum();
    Percent(100.0 * energy / mode.weekly().0)
}
