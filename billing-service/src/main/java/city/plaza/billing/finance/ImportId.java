package city.plaza.billing.finance;

import java.util.UUID;

/**
 * The id of an import.
 *
 * @param value random
 */
record ImportId(UUID value) {

	static ImportId random() {
		return new ImportId(UUID.randomUUID());
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
