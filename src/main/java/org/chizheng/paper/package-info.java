/** Assembly 组卷: draws papers by blueprint and seed and freezes them; knows no session. The key stands apart from what is delivered. */
package org.chizheng.paper;
