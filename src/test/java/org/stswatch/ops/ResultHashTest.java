package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultHashTest {
  private static final String ONE =
      "{'status':'CLOSED','alertId':'a','revision':1,'x':{'b':1,'a':2}}";

  @Test
  void is_the_sha_256_of_lines_with_sorted_keys_and_without_revision() {
    // printf '{"alertId":"a","status":"CLOSED","x":{"a":2,"b":1}}\n' | sha256sum
    assertThat(hash(ONE))
        .isEqualTo(
            Sha256.of("{\"alertId\":\"a\",\"status\":\"CLOSED\",\"x\":{\"a\":2,\"b\":1}}\n"));
  }

  @Test
  void does_not_depend_on_revisions_key_order_or_source_ids() {
    String other =
        "{'x':{'a':2,'b':1},'revision':7,'alertId':'a','sourceIds':['m1'],'status':'CLOSED'}";

    assertThat(hash(other)).isEqualTo(hash(ONE));
  }

  @Test
  void leaves_out_what_was_retracted() {
    assertThat(hash(ONE, ONE.replace("CLOSED", "RETRACTED"))).isEqualTo(hash(ONE));
  }

  @Test
  void changes_with_any_value_and_with_order_in_a_list() {
    assertThat(hash(ONE.replace("'b':1", "'b':3"))).isNotEqualTo(hash(ONE));
    assertThat(hash("{'l':[1,2]}")).isNotEqualTo(hash("{'l':[2,1]}"));
  }

  private static String hash(String... alerts) {
    List<ObjectNode> nodes = Arrays.stream(alerts).map(ResultHashTest::node).toList();
    return ResultHash.of(nodes);
  }

  private static ObjectNode node(String json) {
    try {
      return (ObjectNode) RecordJson.MAPPER.readTree(json.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
