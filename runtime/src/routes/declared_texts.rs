//! Reads the literals of declared rows.

/// Numbers of which each has a comma after it.
pub(super) struct Numbers {
    bytes: &'static [u8],
    at: usize,
}

impl Numbers {
    pub(super) const fn new(text: &'static str) -> Self {
        Self {
            bytes: text.as_bytes(),
            at: 0,
        }
    }

    /// Takes the next numbers.
    pub(super) const fn take<const N: usize>(&mut self) -> [u32; N] {
        let mut numbers = [0; N];
        let mut index = 0;
        while index < N {
            match self.bytes[self.at] {
                b',' => index += 1,
                digit => numbers[index] = numbers[index] * 10 + (digit - b'0') as u32,
            }
            self.at += 1;
        }
        numbers
    }
}

/// The rest of some texts, one after another.
pub(super) struct Texts(pub(super) &'static str);

impl Texts {
    /// Takes the next text, which has a length in bytes.
    pub(super) const fn take(&mut self, length: u32) -> &'static str {
        if length == 0 {
            return "";
        }
        let (text, rest) = self.0.split_at(length as usize);
        self.0 = rest;
        text
    }
}
