package city.plaza.platform.events.topic;

import org.jspecify.annotations.Nullable;

/** Something else than a permission is in the way; trying again may help. */
class TopicException extends IllegalStateException {

	TopicException(String topic, @Nullable Throwable cause) {
		super("The topic " + topic + " cannot be created or corrected", cause);
	}

}
