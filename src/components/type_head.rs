//! The head of a table's column that is about a type.

use leptos::prelude::*;

use super::icon::TypeIcon;
use crate::model::DeviceType;

/// The icon and the short name of a type.
#[component]
pub fn TypeHead(device_type: &'static DeviceType) -> impl IntoView {
    view! {
        <th role="columnheader" scope="col">
            <TypeIcon id=&device_type.id />
            <span>{device_type.column.as_str()}</span>
        </th>
    }
}
