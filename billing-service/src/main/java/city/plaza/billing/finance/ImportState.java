package city.plaza.billing.finance;

import city.plaza.platform.database.Codes;
import com.fasterxml.jackson.annotation.JsonValue;

/** How far an import is. */
enum ImportState {

	/** Its file is here; nothing of it is imported. */
	WAITING,

	/** Some of its rows are imported. */
	RUNNING,

	/** Every row is imported or rejected. */
	FINISHED,

	/** Plaza failed again and again; what is imported stays. */
	FAILED;

	/** As API and tables write it. */
	@JsonValue
	String code() {
		return Codes.of(this);
	}

	boolean isOver() {
		return this == FINISHED || this == FAILED;
	}

}
