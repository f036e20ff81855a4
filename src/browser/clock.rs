//! What day it is where the reader is.

use crate::core::date::Date;

/// The reader's day; `None` where the clock says what no calendar has.
pub fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    let month = u8::try_from(now.get_month() + 1).ok()?;
    Date::new(u16::try_from(now.get_full_year()).ok()?, month, u8::try_from(now.get_date()).ok()?)
}
