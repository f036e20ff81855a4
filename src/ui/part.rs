//! [`part!`]: code that is loaded when it is first needed.
//!
//! Only a `load` that [`part!`] makes leads to a part: whatever else did would bring it back into the first load.

#[cfg(feature = "split")]
use crate::core::remote::FetchError;
#[cfg(feature = "split")]
use leptos::wasm_split::SplitLoaderError;

/// Makes `load`, which loads the part `$name` and gives `$function`.
///
/// Calling its entry loads the part; a caller sees no more of it than the address of a function.
macro_rules! part {
    ($name:ident, $render:ty, $function:expr) => {
        #[cfg_attr(
                            feature = "split",
                            leptos::wasm_split::wasm_split($name, fallible, wasm_split_path = leptos::wasm_split)
                        )]
        fn entry() -> Result<$render, crate::core::remote::FetchError> {
            Ok($function)
        }

        fn load() -> impl Future<Output = Result<$render, crate::core::remote::FetchError>> {
            #[cfg(feature = "split")]
            return entry();
            #[cfg(not(feature = "split"))]
            return std::future::ready(entry());
        }
    };
}
pub(super) use part;

#[cfg(feature = "split")]
impl From<SplitLoaderError> for FetchError {
    fn from(_: SplitLoaderError) -> Self {
        crate::browser::fetch::part_missing()
    }
}
