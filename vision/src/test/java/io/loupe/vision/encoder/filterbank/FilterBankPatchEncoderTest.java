package io.loupe.vision.encoder.filterbank;

import io.loupe.vision.encoder.EncoderProvider;
import io.loupe.vision.encoder.PatchEncoderContract;

class FilterBankPatchEncoderTest extends PatchEncoderContract {
    @Override
    protected EncoderProvider provider() {
        return new FilterBankProvider();
    }

    @Override
    protected String encoderId() {
        return "filter-bank";
    }
}
