//! SHA-256 and SHA-1 (FIPS 180-4), to name what is sent: the same content always has the same name, in a page without
//! encryption too, where browsers give no digest. Never here: anything that must resist an attacker who knows a secret.

/// The SHA-256 of `bytes`, in hexadecimal.
pub fn sha_256(bytes: &[u8]) -> String {
    let mut state: [u32; 8] =
        [0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19];
    for block in blocks(bytes) {
        let mut words = block.to_vec();
        for index in 16..64 {
            let (two, seven, fifteen, sixteen) =
                (back(&words, index, 2), back(&words, index, 7), back(&words, index, 15), back(&words, index, 16));
            let small = |word: u32, a: u32, b: u32, c: u32| word.rotate_right(a) ^ word.rotate_right(b) ^ (word >> c);
            words.push(
                sixteen.wrapping_add(small(fifteen, 7, 18, 3)).wrapping_add(seven).wrapping_add(small(two, 17, 19, 10)),
            );
        }
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = state;
        for (word, constant) in words.iter().zip(K) {
            let big =
                |word: u32, x: u32, y: u32, z: u32| word.rotate_right(x) ^ word.rotate_right(y) ^ word.rotate_right(z);
            let one = h
                .wrapping_add(big(e, 6, 11, 25))
                .wrapping_add((e & f) ^ (!e & g))
                .wrapping_add(constant)
                .wrapping_add(*word);
            let two = big(a, 2, 13, 22).wrapping_add((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e, d, c, b, a) = (g, f, e, d.wrapping_add(one), c, b, a, one.wrapping_add(two));
        }
        for (sum, letter) in state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
            *sum = sum.wrapping_add(letter);
        }
    }
    hexadecimal(&state)
}

/// The name that Git gives to a file with this content: SHA-1, or SHA-256 in the few repositories that chose it.
pub fn git_name(bytes: &[u8], is_long: bool) -> String {
    let mut object = format!("blob {}\0", bytes.len()).into_bytes();
    object.extend(bytes);
    if is_long { sha_256(&object) } else { sha_1(&object) }
}

fn sha_1(bytes: &[u8]) -> String {
    let mut state: [u32; 5] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0];
    for block in blocks(bytes) {
        let mut words = block.to_vec();
        for index in 16..80 {
            let mixed = [3, 8, 14, 16].iter().fold(0, |mixed, distance| mixed ^ back(&words, index, *distance));
            words.push(mixed.rotate_left(1));
        }
        let [mut a, mut b, mut c, mut d, mut e] = state;
        for (round, word) in words.iter().enumerate() {
            let (mixed, constant) = match round / 20 {
                0 => ((b & c) | (!b & d), 0x5a82_7999),
                1 => (b ^ c ^ d, 0x6ed9_eba1),
                2 => ((b & c) | (b & d) | (c & d), 0x8f1b_bcdc_u32),
                _ => (b ^ c ^ d, 0xca62_c1d6),
            };
            let next = a.rotate_left(5).wrapping_add(mixed).wrapping_add(e).wrapping_add(constant).wrapping_add(*word);
            (e, d, c, b, a) = (d, c, b.rotate_left(30), a, next);
        }
        for (sum, letter) in state.iter_mut().zip([a, b, c, d, e]) {
            *sum = sum.wrapping_add(letter);
        }
    }
    hexadecimal(&state)
}

/// The word `distance` before `index`.
fn back(words: &[u32], index: usize, distance: usize) -> u32 {
    words.get(index.wrapping_sub(distance)).copied().unwrap_or_default()
}

/// The message in blocks of 16 words, padded (FIPS 180-4 §5.1.1).
fn blocks(bytes: &[u8]) -> Vec<[u32; 16]> {
    let mut padded = bytes.to_vec();
    padded.push(0x80);
    let bits = (bytes.len() as u64).wrapping_mul(8).to_be_bytes();
    let length = (padded.len() + bits.len()).next_multiple_of(64);
    padded.resize(length - bits.len(), 0);
    padded.extend(bits);
    let word = |four: &[u8]| four.iter().fold(0, |word, byte| word << 8 | u32::from(*byte));
    let block = |chunk: &[u8]| {
        let mut words = [0; 16];
        words.iter_mut().zip(chunk.chunks(4)).for_each(|(to, four)| *to = word(four));
        words
    };
    padded.chunks(64).map(block).collect()
}

fn hexadecimal(words: &[u32]) -> String {
    words.iter().map(|word| format!("{word:08x}")).collect()
}

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4 §4.2.2).
#[rustfmt::skip]
const K: [u32; 64] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Examples of FIPS 180-4, and lengths around the padding, computed by coreutils.
    #[test]
    fn digests_are_those_of_the_standard() {
        let long = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
        for (text, expect) in [
            (String::new(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc".into(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (long.into(), "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
            ("a".repeat(1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
            ("a".repeat(55), "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
            ("a".repeat(56), "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
            ("a".repeat(63), "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
            ("a".repeat(64), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
        ] {
            assert_eq!(sha_256(text.as_bytes()), expect, "{}", text.len());
        }
        assert_eq!(sha_1(b"abc"), "a9993e364706816aba3e25717850c26c9cd0d89d");
        assert_eq!(sha_1(long.as_bytes()), "84983e441c3bd26ebaae4aa1f95129e5e54670f1");
        assert_eq!(sha_1("a".repeat(119).as_bytes()), "ee971065aaa017e0632a8ca6c77bb3bf8b1dfc56");
    }

    #[test]
    fn files_have_the_names_that_git_gives() {
        assert_eq!(git_name(b"", false), "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
        assert_eq!(git_name("é\n".as_bytes(), false), "c6003325155f475bd7c87731607525dce73be9cf");
        assert_eq!(git_name(b"", true), "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813");
    }
}
