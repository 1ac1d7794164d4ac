package io.loupe.vision.encoder.filterbank;

import io.loupe.vision.encoder.EncoderProvider;
import io.loupe.vision.encoder.ImageEncoderContract;

class FilterBankImageEncoderTest extends ImageEncoderContract {
    @Override
    protected EncoderProvider provider() {
        return new FilterBankProvider();
    }

    @Override
    protected String encoderId() {
        return "filter-bank";
    }
}
