package city.plaza.billing.finance;

/**
 * A column of a file.
 *
 * @param name as the header has it
 * @param example what the template's example row holds there
 */
record Column(String name, String example) {

	static Column of(String name, String example) {
		return new Column(name, example);
	}

}
