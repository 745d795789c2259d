package city.plaza.benchmarks;

/** What a report names so that nobody takes it for measured. */
final class NotMeasured {

	/** The figures are those of a suite of which everything runs. */
	static final String SERVICE_DOWN = "Not measured here: the same while another service is down (see `frozen`).";

	private NotMeasured() {
	}

}
