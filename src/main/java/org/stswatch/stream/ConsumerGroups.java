package org.stswatch.stream;

import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownMemberIdException;

/** Deletes consumer groups whose members come and go meanwhile. */
record ConsumerGroups(Admin admin, Broker broker) {

  /** Deletes the group, or shows its members out; whether it is gone: if not, ask again. */
  boolean isDeleted(String group) {
    try {
      broker.await(admin.deleteConsumerGroups(List.of(group)).all());
      return true;
    } catch (GroupIdNotFoundException e) {
      return true;
    } catch (GroupNotEmptyException e) {
      showOut(group);
      return false;
    }
  }

  private void showOut(String group) {
    try {
      broker.await(
          admin
              .removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
              .all());
    } catch (KafkaException e) {
      if (!isOfWhoLeft(e)) {
        throw e;
      }
    }
  }

  /** Whether members left by themselves meanwhile. To remove nobody Kafka calls illegal. */
  private static boolean isOfWhoLeft(Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof UnknownMemberIdException
          || t instanceof GroupIdNotFoundException
          || t instanceof IllegalArgumentException) {
        return true;
      }
    }
    return false;
  }
}
