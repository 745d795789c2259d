package city.plaza.notification.notice;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The id of a notice.
 *
 * @param value also the key of the notice's events
 */
public record NoticeId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public NoticeId {
	}

	static NoticeId next() {
		return new NoticeId(UUID.randomUUID());
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
