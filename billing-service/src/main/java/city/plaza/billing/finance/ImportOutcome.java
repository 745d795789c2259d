package city.plaza.billing.finance;

/** How an import ended. */
sealed interface ImportOutcome {

	/** The file was read to its end; some of its rows may have been rejected. */
	record Done(ImportRun run) implements ImportOutcome {
	}

	/** Nothing of the file was taken. */
	record Refused(ImportRefusal why) implements ImportOutcome {
	}

}
